import { html } from 'lit';
import type { PersonRecord } from '../../../domain/index.ts';
import type { CellContext, GridColumn } from './column.ts';

/** When the invitation was sent, or sent again. */
export const invitedAt: GridColumn = {
  id: 'invitedAt',
  header: (t) => t('field.invitedAt'),
  sort: 'invitedAt',
  width: [112, 1],
  cell: ({ status, invitedAt: at }, context) =>
    status === 'pending' && at ? moment(at, ago(at, context), context) : '',
};

/** How long it is still good for, by the backend's clock (ZM-18, ZM-19). */
export const expiresAt: GridColumn = {
  id: 'expiresAt',
  header: (t) => t('field.expiresAt'),
  sort: 'expiresAt',
  width: [112, 1],
  cell: ({ status, expiresAt: at }, context) => {
    if (status !== 'pending' || !at) return '';
    const isOver = Date.parse(at) <= context.now;
    const when = ago(at, context);
    return moment(at, isOver ? context.t('people.expired', { when }) : when, context);
  },
};

/** Which of the two mails the address got (ZM-13), and what it is waiting for (ZM-14). */
export const mail: GridColumn = {
  id: 'mail',
  header: (t) => t('field.mail'),
  width: [168, 1],
  cell: (person, { t: say }) => {
    const words = mailWords(person, say);
    return words ? html`<span class="quiet" dir="auto" title=${words}>${words}</span>` : '';
  },
};

/** The same in words; empty for someone who was not invited. */
export function mailWords(
  { status, mail: sent, awaiting }: PersonRecord,
  say: CellContext['t'],
): string {
  if (status !== 'pending') return '';
  if (awaiting === 'balance-choice') return say('people.awaitingBalance');
  return sent ? say(`mail.${sent}`) : '';
}

function ago(at: string, { t: say, now }: CellContext): string {
  return say.relativeTime(at, now);
}

function moment(at: string, words: string, { t: say }: CellContext): unknown {
  const full = say.date(at, { dateStyle: 'full', timeStyle: 'long' });
  return html`<time class="quiet" datetime=${at} title=${full}>${words}</time>`;
}
