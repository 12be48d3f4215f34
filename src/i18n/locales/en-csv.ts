import type { Message } from '../message.ts';

/** English of the dialogs about files, fetched with them. */
const csv = {
  'csv.export.title': 'Export people',
  'csv.export.do': 'Export',
  'csv.who': 'Who',
  'csv.selected': { one: 'The {count} selected person', other: 'The {count} selected people' },
  'csv.selectedAll': 'Everyone selected',
  'csv.view': 'Everyone in the list, as it is searched and filtered now',
  'csv.viewOnly': 'Everyone in the list is written to a CSV file, as it is searched and filtered now.',
  'csv.columns': 'Columns, as they are shown: {columns}.',
  'csv.delimiter': 'Between cells',
  'csv.comma': 'Comma',
  'csv.semicolon': 'Semicolon',
  'csv.tab': 'Tab',
  'csv.bom': 'For Excel',
  'csv.bom.why': 'Marks the file so that Excel reads accents. Other programs do not mind.',
  'csv.reading': { one: '{count} person read…', other: '{count} people read…' },
  'csv.readingOf': '{count} of {total} read…',
  'csv.exported': { one: '{count} person was exported.', other: '{count} people were exported.' },
  'csv.gone': { one: '{count} person is no longer there.', other: '{count} people are no longer there.' },
  'csv.file': 'Users',
} as const satisfies Readonly<Record<string, Message>>; // prettier-ignore

export default csv;
