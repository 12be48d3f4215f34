import { isRef, type Command } from '../domain/index.ts';
import type { Activity } from './outcome.ts';

/** What is under way or ended badly, by command, so that a row can show it in place. */
export class Activities {
  readonly #byCommand = new Map<string, Activity>();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Those on one target, oldest first. */
  on(targetId: string): readonly Activity[] {
    return this.all().filter(
      ({ command }) => isRef(command.target) && command.target.id === targetId,
    );
  }

  all(): readonly Activity[] {
    return [...this.#byCommand.values()];
  }

  get(commandId: string): Activity | undefined {
    return this.#byCommand.get(commandId);
  }

  set(command: Command, state: Omit<Activity, 'command'>): void {
    this.#byCommand.set(command.id, { ...state, command });
    this.#changed();
  }

  clear(commandId: string): void {
    if (this.#byCommand.delete(commandId)) this.#changed();
  }
}
