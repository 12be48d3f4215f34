import { css } from 'lit';

/** The form with a name: above the list, or in a row. */
export const formStyles = css`
  .adding {
    padding: calc(var(--_space) * 3) var(--_inset) calc(var(--_space) * 4);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-sunken);
  }
  .name-form {
    flex: 1;
    display: grid;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    margin: 0;
  }
  .name-form > .label {
    font-size: var(--_size-small);
    font-weight: var(--_medium);
  }
  .name-form > .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .line > .field {
    flex: 1 1 12rem;
    min-inline-size: 0;
    max-inline-size: 26rem;
  }
  /* The name in a line of its own, what is done with it together in the next. */
  @container (max-width: 30rem) {
    .line > .field {
      flex-basis: 100%;
      max-inline-size: none;
    }
  }
  .field.is-bad {
    border-color: var(--_danger);
  }
  .field:has([readonly]) {
    background: transparent;
  }
  .problem {
    display: flex;
    align-items: flex-start;
    gap: calc(var(--_space) * 2);
    max-inline-size: 40rem;
  }
  .problem > .reason {
    flex: 0 1 auto;
  }
  /* Nothing is wrong yet: it may be just what is wanted. */
  .problem.taken > .reason {
    color: var(--_warning);
  }
`;
