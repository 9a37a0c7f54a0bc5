/** Words of the core's own: why an act was not done. Nothing was changed when one arrives. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>>,
  ) {
    super(code);
    this.name = "Refusal";
  }
}

/** The core did not answer at all; what was asked may be asked again. */
export const NO_ANSWER = "no_answer";

/** Reads whatever an attempt failed with; anything that is not a refusal is a missing answer. */
export function asRefusal(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  if (typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string") {
    const params = "params" in cause && typeof cause.params === "object" && cause.params !== null ? cause.params : {};
    return new Refusal(cause.code, plain(params));
  }
  return new Refusal(NO_ANSWER, {});
}

function plain(params: object): Record<string, string | number> {
  const entries = Object.entries(params).map(([name, value]): [string, string | number] => [
    name,
    typeof value === "number" ? value : typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return Object.fromEntries(entries);
}
