import { html } from 'lit';
import { statusName } from '../../../i18n/index.ts';
import type { GridColumn } from './column.ts';

/** When the person was last here; for someone invited, that they are, or where another column says so, when the invitation lapses (RI-8). */
export const lastActiveAt: GridColumn = {
  id: 'lastActiveAt',
  header: (t) => t('field.lastActiveAt'),
  sort: 'lastActiveAt',
  width: [124, 1],
  cell: (person, { hasNone, isShown, t, now }) => {
    const invited = person.status === 'pending';
    if (invited && !isShown('status'))
      return html`<span class="quiet">${statusName(t, 'pending')}</span>`;
    const at = invited ? person.expiresAt : person.lastActiveAt;
    if (!at)
      return invited || hasNone('lastActiveAt')
        ? ''
        : html`<span class="quiet">${t('people.never')}</span>`;
    const when = t.relativeTime(at, now);
    const text = !invited
      ? when
      : t(Date.parse(at) <= now ? 'people.expired' : 'people.expires', { when });
    const full = t.date(at, { dateStyle: 'full', timeStyle: 'long' });
    return html`<time class="quiet" datetime=${at} title=${full}>${text}</time>`;
  },
};
