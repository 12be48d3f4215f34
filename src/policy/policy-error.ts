/** One mistake of a document. */
export interface PolicyProblem {
  /** Where, as in `rules[3].when.all[0].fact`; empty for the document itself. */
  readonly path: string;
  readonly message: string;
  /** What is there. */
  readonly value?: unknown;
}

/** A document that cannot be compiled, with every mistake in it. */
export class PolicyError extends Error {
  declare readonly problems: readonly PolicyProblem[];

  constructor(problems: readonly PolicyProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    Object.assign(this, { name: 'PolicyError', problems });
  }
}
