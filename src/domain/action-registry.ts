import { ACTION_CONSEQUENCES } from './action-consequences.ts';
import type { ActionDefinition } from './action-definition.ts';
import { ACTION_SHAPES, type KitAction } from './actions.ts';

type Shapes = typeof ACTION_SHAPES;
type Consequences = typeof ACTION_CONSEQUENCES;

/** Everything the kit knows of its actions: per action one row, of both tables. */
export const ACTIONS = /* @__PURE__ */ Object.fromEntries(
  Object.entries(ACTION_SHAPES).map(([action, shape]) => [
    action,
    { ...shape, ...ACTION_CONSEQUENCES[action as keyof Consequences] },
  ]),
) as {
  readonly [A in KitAction]: Shapes[A] & (A extends keyof Consequences ? Consequences[A] : unknown);
};

export type ActionRegistry = Readonly<Record<string, ActionDefinition>>;

/** The kit's registry with a host's own actions added. */
export function actionRegistry(own?: ActionRegistry): ActionRegistry {
  return own ? { ...ACTIONS, ...own } : ACTIONS;
}
