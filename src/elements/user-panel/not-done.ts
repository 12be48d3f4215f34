import { html, nothing, type TemplateResult } from 'lit';
import { sayProblem } from '../../i18n/index.ts';
import type { Activity } from '../../state/index.ts';
import { reasonView } from '../../views/reason.ts';
import type { PanelContext } from './panel-context.ts';

/**
 * Why something was not done to the person, until it is tried again or dismissed.
 *
 * @param retry absent where what did it is still there to be pressed
 */
export function notDone(
  { command, decision, phase, problem }: Activity,
  { say, scope, t }: PanelContext,
  retry?: () => void,
): TemplateResult {
  const said =
    (decision && say(decision)) ??
    (phase === 'uncertain'
      ? { reason: t('change.uncertain'), remedy: t('change.uncertain.next') }
      : problem?.code === 'vetoed'
        ? { reason: problem.detail ?? t('change.vetoed') }
        : sayProblem(t, problem ?? { kind: 'unknown' }));
  return html`<div class="ending" role="alert">
    ${reasonView(said, { tone: 'problem' })}
    <span class="ending-buttons">
      ${retry ? html`<button type="button" class="button small" @click=${retry}>${t('change.retry')}</button>` : nothing}
      <button type="button" class="button quiet small" @click=${() => scope.dismiss(command.id)}>${t('change.dismiss')}</button>
    </span>
  </div>`;
}
