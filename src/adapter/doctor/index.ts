export {
  examine,
  type Diagnosis,
  type ExamineOptions,
  type Finding,
  type Lack,
} from './examine.ts';
export { reportOf } from './report.ts';
export { shownAt, TRAITS, type Level, type Trait } from './traits.ts';
