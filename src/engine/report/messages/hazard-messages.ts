/** How the messages of a hazard begin: what breaks, where, and in which format. */
export interface Leads {
  readonly value: string;
  readonly gradient: string;
}

/** Two messages for every rule about a hazard, `rule.value` and `rule.gradient`: the lead, then what the rule says. */
export function hazardMessages(tails: Readonly<Record<string, string>>, leads: Leads): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(tails).flatMap(([rule, tail]) => [
      [`${rule}.value`, leads.value + tail],
      [`${rule}.gradient`, leads.gradient + tail],
    ]),
  );
}
