import type { Outcome } from '../../state/index.ts';

/** A link being made. What was chosen stays until it is made or given up, whatever the backend answers. */
export interface LinkDraft {
  /** Into which event; `''`: every event. */
  readonly eventId: string;
  readonly roleId: string;
  readonly label: string;
  readonly commandId?: string | undefined;
  /** How making it ended, if badly. */
  readonly failure?: Outcome | undefined;
  /** A seat was missing while the form was open: that one is free now has to be said. */
  readonly wasBlocked: boolean;
}
