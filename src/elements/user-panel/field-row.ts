import { html, nothing, type TemplateResult } from 'lit';
import { sayProblem, type Said } from '../../i18n/index.ts';
import type { FieldProblem, FieldValue } from '../../state/index.ts';
import { icon } from '../../views/icons.ts';
import { reasonView } from '../../views/reason.ts';
import { fieldLabel, type FieldState } from './field-state.ts';
import type { PanelContext } from './panel-context.ts';

/** What the control of a field needs to know of its row. */
export interface RowIds {
  readonly control: string;
  readonly label: string;
  /** For `aria-describedby`: what stands below the control, and why it is closed. */
  readonly described: string | typeof nothing;
  readonly isInvalid: boolean;
}

export interface FieldRow {
  readonly field: string;
  readonly state: FieldState;
  /** Id of the element that says why it is closed. */
  readonly why: string | undefined;
  /** The control, or the plain value. */
  readonly control: (ids: RowIds) => TemplateResult;
  /** Says a value of the field, where it clashes with somebody else's. */
  readonly value: (value: FieldValue) => string;
}

/** A label and its value, and below it whatever has to be said of it. */
export function fieldRow(
  { field, state, why, control, value }: FieldRow,
  panel: PanelContext,
): TemplateResult {
  const { draft, followed, saving, t } = panel;
  const label = fieldLabel(t, field);
  const clash = draft.clash(field);
  const said = clash ? undefined : problemOf(field, panel);
  const below = said ? `problem-${field}` : clash ? `clash-${field}` : undefined;
  const described = [below, why].filter((id) => id !== undefined).join(' ');
  const isEdited = draft.isEdited(field) && !saving.isUnderWay;
  return html`<div class="row ${isEdited ? 'edited' : ''} ${state.closed ? 'closed' : ''}" part="row" data-field=${field}>
    <span class="label"
      ><label id="label-${field}" for="field-${field}">${label}</label>${followed.includes(field) ? html`<span class="followed">${t('panel.followed')}</span>` : nothing}</span
    >
    <div class="value">
      ${control({
        control: `field-${field}`,
        label: `label-${field}`,
        described: described || nothing,
        isInvalid: said !== undefined,
      })}
      ${said ? reasonView(said, { id: `problem-${field}`, tone: 'problem' }) : nothing}
      ${
        clash
          ? html`<div class="clash" part="clash" id="clash-${field}" role="group" aria-label=${t('panel.clash', { field: label })}>
              <p class="clash-title">${icon('alert')}${t('panel.clash', { field: label })}</p>
              ${choice(t('panel.clash.theirs'), value(clash.theirs), t('panel.clash.take'), () => panel.takeTheirs(field), panel)}
              ${choice(t('panel.clash.mine'), value(clash.mine), t('panel.clash.keep'), () => panel.keepMine(field), panel)}
            </div>`
          : nothing
      }
    </div>
  </div>`;
}

function choice(
  whose: string,
  value: string,
  action: string,
  choose: () => void,
  { t }: PanelContext,
): TemplateResult {
  return html`<div class="clash-side">
    <span class="clash-value"><span class="quiet">${whose}</span> <bdi>${value || t('panel.empty')}</bdi></span>
    <button type="button" class="button small" @click=${choose}>${action}</button>
  </div>`;
}

/** What is wrong with a field: what became of saving it, else what the policy says of the draft, else what is typed. */
export function problemOf(field: string, panel: PanelContext): Said | undefined {
  const { draft, refused, saving, say, t } = panel;
  const problem = saving.problem(field);
  if (problem) return sayFieldProblem(problem, panel);
  const decision = refused.get(field);
  if (decision) return say(decision);
  if (field === 'email' && draft.isEdited(field) && !looksLikeAddress(draft.text(field)))
    return { reason: t('panel.invalid.email') };
  return undefined;
}

/** The first field that keeps the draft from being sent. */
export function blockedField(panel: PanelContext): string | undefined {
  const { draft, refused, saving } = panel;
  const isWrong = (field: string): boolean =>
    !saving.problem(field) && problemOf(field, panel) !== undefined;
  return (
    draft.edited.find((field) => draft.clash(field) ?? (refused.has(field) || isWrong(field))) ??
    // What goes along with an edit may be missing.
    [...refused.keys()][0]
  );
}

// What an address is, the server knows; this is what nobody means.
function looksLikeAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim());
}

function sayFieldProblem(problem: FieldProblem, { say, t }: PanelContext): Said | undefined {
  switch (problem.kind) {
    case 'denied':
      return say(problem.decision);
    case 'uncertain':
      return { reason: t('change.uncertain'), remedy: t('panel.uncertain.next') };
    case 'refused': {
      const { code } = problem;
      if (code === 'on-account') return { reason: t('panel.invalid.email-taken') };
      if (code === 'too-long') return { reason: t('panel.invalid.too-long') };
      if (code === 'email') return { reason: t('panel.invalid.email') };
      if (problem.problem.code === 'vetoed')
        return { reason: problem.problem.detail ?? t('change.vetoed') };
      return sayProblem(t, problem.problem);
    }
  }
}
