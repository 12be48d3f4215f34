export * from './csv-error.ts';
export type { ImportChoice, ImportChoices } from './import-choices.ts';
export { IMPORT_FIELDS, type ImportField } from './import-fields.ts';
export { guessMapping, type FieldLabels, type ImportMapping } from './import-mapping.ts';
export * from './judge-import.ts';
export * from './plan-import.ts';
export * from './read-csv.ts';
export * from './write-csv.ts';
