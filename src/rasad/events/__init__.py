"""From mentions to event records: arguments, assembly, coding, coreference."""
