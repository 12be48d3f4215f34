import { emailKey } from '../../domain/index.ts';
import { checkAddress } from './check-address.ts';
import type { AddressEntry } from './entry.ts';
import { holdsAt, isBareAddress, layoutOf, linesOf, type Line } from './layout.ts';
import { mailboxes, type Mailbox } from './mailboxes.ts';
import { splitName } from './names.ts';
import { oddityOf } from './scripts.ts';
import { tableRow } from './table-row.ts';
import { isStatus } from './words.ts';

/**
 * Reads who is named in a text, one by one and in order, so that a page can stay responsive while it takes in thousands.
 * Linear in the length of the text; never throws. Repeats are not looked for: see `AddressList`.
 */
export function* readEntries(text: string): Generator<AddressEntry> {
  const layout = layoutOf(text);
  if (layout.kind === 'pairs') {
    for (const pair of pairsIn(text)) yield entryOf(pair, text);
    return;
  }
  let isFirst = true;
  for (const line of linesOf(text)) {
    const isHeading = layout.kind === 'table' && layout.hasHeading && isFirst;
    isFirst = false;
    if (isHeading)
      yield { text: text.slice(...line), email: '', key: '', kind: 'invalid', reason: 'heading' };
    else yield* readLine(text, line, layout.kind === 'table' ? layout : undefined);
  }
}

function* readLine(
  text: string,
  line: Line,
  table:
    { readonly delimiter: string; readonly columns: Parameters<typeof tableRow>[3] } | undefined,
): Generator<AddressEntry> {
  const hasTab = text.slice(...line).includes('\t');
  const row =
    table || hasTab
      ? tableRow(text, line, table?.delimiter ?? '\t', table?.columns ?? {})
      : undefined;
  if (row) yield entryOf(row, text);
  // A row without an address is one mistake, not one per cell.
  else if (table && !holdsAt(text, line)) yield entryOf(whole(line), text);
  else for (const mailbox of mailboxes(text, ...line)) yield entryOf(mailbox, text);
}

function whole([start, end]: Line): Mailbox {
  return { start, end, email: '', names: {} };
}

/** A name, the address below it, and what may follow that. */
function* pairsIn(text: string): Generator<Mailbox> {
  let name: Line | undefined;
  let pair: Mailbox | undefined;
  for (const line of linesOf(text)) {
    const said = text.slice(...line);
    if (isBareAddress(said)) {
      const [mailbox] = mailboxes(text, ...line);
      if (!mailbox || !name) continue;
      pair = { ...mailbox, start: name[0], names: splitName(text.slice(...name)) };
      name = undefined;
    } else if (pair && !name && isStatus(said)) pair = { ...pair, end: line[1] };
    else {
      if (pair) yield pair;
      pair = undefined;
      name = line;
    }
  }
  if (pair) yield pair;
}

function entryOf({ start, end, email, names }: Mailbox, text: string): AddressEntry {
  const key = email && emailKey(email);
  const said = { text: text.slice(start, end), email, key, ...names };
  const fault = checkAddress(email, key);
  if (fault) return { ...said, kind: 'invalid', ...fault };
  const oddity = oddityOf(email);
  return oddity ? { ...said, kind: 'odd', ...oddity } : { ...said, kind: 'valid' };
}
