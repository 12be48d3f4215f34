import { PEOPLE_FIELDS, type PersonRecord } from '../../../domain/index.ts';
import type { Column, GridColumn } from './column.ts';
import { email } from './email.ts';
import { expiresAt, invitedAt, mail } from './invitation.ts';
import { lastActiveAt } from './last-active.ts';
import { name } from './name.ts';
import { products } from './products.ts';
import { department, jobTitle, location, manager } from './profile.ts';
import { role } from './role.ts';
import { status } from './status.ts';
import { subaccount } from './subaccount.ts';
import { userType } from './user-type.ts';

export type { CellContext, Column, GridColumn } from './column.ts';

/** The columns of the kit, in the order in which they are offered. */
const BUILT_IN: readonly GridColumn[] = [
  name, email, role, subaccount, userType, products, department, status, lastActiveAt, jobTitle, location, manager, invitedAt,
  expiresAt, mail,
]; // prettier-ignore

/** Shown unless the view says otherwise; of these, those that there are on the account. */
export const DEFAULT_COLUMNS: readonly string[] = [
  name, email, role, subaccount, userType, products, department, status, lastActiveAt,
].map(({ id }) => id); // prettier-ignore

/** The same in the list of those invited. */
export const PENDING_COLUMNS: readonly string[] = [
  name, email, role, subaccount, userType, products, invitedAt, expiresAt, mail,
].map(({ id }) => id); // prettier-ignore

/** A built-in id, or a column of the host's own. */
export type ColumnSpec = string | Column;

export interface ResolvedColumns {
  readonly columns: readonly GridColumn[];
  /** Every mistake with its path; the columns that are right are there all the same. */
  readonly mistakes: readonly string[];
}

/** The columns that these stand for. Never throws: a host's mistake is shown, not thrown out of a render. */
export function resolveColumns(specs: unknown): ResolvedColumns {
  if (specs === undefined) return { columns: BUILT_IN, mistakes: [] };
  if (!Array.isArray(specs))
    return { columns: BUILT_IN, mistakes: [`columns should be a list, got ${describe(specs)}`] };
  const columns: GridColumn[] = [];
  const mistakes: string[] = [];
  specs.forEach((spec: unknown, index) => {
    const path = `columns[${index}]`;
    const found = typeof spec === 'string' ? builtIn(spec, path) : ownColumn(spec, path);
    if (typeof found === 'string') mistakes.push(found);
    else if (columns.some(({ id }) => id === found.id))
      mistakes.push(`${path}: "${found.id}" is there twice`);
    else columns.push(found);
  });
  return columns.length > 0
    ? { columns, mistakes }
    : { columns: BUILT_IN, mistakes: [...mistakes, 'columns is empty'] };
}

function builtIn(id: string, path: string): GridColumn | string {
  const known = BUILT_IN.map((column) => column.id).join(', ');
  return (
    BUILT_IN.find((column) => column.id === id) ??
    `${path}: no column is called "${id}"; known are ${known}`
  );
}

function ownColumn(spec: unknown, path: string): GridColumn | string {
  if (typeof spec !== 'object' || spec === null)
    return `${path} should be a column or the id of one, got ${describe(spec)}`;
  const { id, header, value, render, sort, csv } = spec as Partial<Column>;
  if (typeof id !== 'string' || id === '')
    return `${path}.id should be a text, got ${describe(id)}`;
  if (typeof header !== 'string') return `${path}.header should be a text, got ${describe(header)}`;
  if (typeof value !== 'function')
    return `${path}.value should be a function, got ${describe(value)}`;
  if (
    sort !== undefined &&
    !(PEOPLE_FIELDS as readonly string[]).includes(sort) &&
    !sort.startsWith('x-')
  ) {
    return `${path}.sort should be a field or start with "x-", got "${sort}"`;
  }
  const show = safely(render ?? value, `${path}.${render ? 'render' : 'value'}`);
  const write = safely(csv ?? value, `${path}.${csv ? 'csv' : 'value'}`);
  return {
    id,
    header: () => header,
    ...(sort && { sort }),
    width: [136, 1],
    csv: write,
    cell: show,
  };
}

/** A host's function that throws leaves its cell empty, not the page; its first error is told. */
function safely<Shown extends string | Node>(
  show: (person: PersonRecord) => Shown,
  path: string,
): (person: PersonRecord) => Shown | '' {
  let told = false;
  return (person) => {
    try {
      return show(person);
    } catch (thrown) {
      if (!told) console.error(`rosterkit: <user-table> ${path} threw`, thrown);
      told = true;
      return '';
    }
  };
}

function describe(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : `${String(value)} (${typeof value})`;
}
