/** Keeps what the scope writes to the console out of the test's output, for as long as a `describe` lasts. */
export function quietConsole(): readonly string[] {
  const said: string[] = [];
  const { error } = console;
  beforeEach(() => {
    said.length = 0;
    console.error = (first: unknown) => void said.push(String(first));
  });
  afterEach(() => {
    console.error = error;
  });
  return said;
}
