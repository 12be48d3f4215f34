export { compilePolicy } from './compile.ts';
export { PolicyError } from './policy-error.ts';
export { toQuestion } from './question.ts';
export type * from './decision.ts';
export type * from './document.ts';
export type * from './policy.ts';
export type { PolicyProblem } from './policy-error.ts';
export type { Question, QuestionFacts, Target } from './question.ts';
