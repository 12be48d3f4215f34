import { delay, http, HttpResponse, type RequestHandler } from 'msw';

/** Answers of a backend on a bad day, for `parameters: { account: { first: … } }`. */
export type Answers = (baseUrl: string) => readonly RequestHandler[];

type Route =
  | 'account'
  | 'people/search'
  | 'subaccounts/search'
  | 'events/search'
  | 'commands'
  | 'commands/batch';

const any = (route: Route, answer: () => Response | Promise<Response>): Answers => {
  return (baseUrl) => [http.all(`${baseUrl}/${route}`, answer)];
};

/** Never comes; `after` so many that do. */
export const held = (route: Route, after = 0): Answers => {
  return (baseUrl) => {
    let asked = 0;
    return [
      http.all(`${baseUrl}/${route}`, async () => {
        // What one answer does not come from, the next that fits is asked for.
        if (asked++ < after) return undefined;
        await delay('infinite');
        return HttpResponse.error();
      }),
    ];
  };
};

/** The connection breaks, so that nobody knows whether anything was done. */
export const broken = (route: Route): Answers => any(route, () => HttpResponse.error());

/** A problem, as the contract has it. */
export const problem = (route: Route, body: { readonly kind: string; readonly status: number } & Readonly<Record<string, unknown>>): Answers =>
  any(route, () =>
    HttpResponse.json(
      { title: 'Refused', ...body },
      { status: body.status, headers: { 'Content-Type': 'application/problem+json' } },
    ),
  ); // prettier-ignore

/** The server refuses what the page's rules allow. */
export const refused = (route: Route): Answers =>
  problem(route, { kind: 'rule', code: 'policy-drift', status: 409 });

/** What would change anything is not carried out; reading goes on. */
export const noChanges: Answers = (baseUrl) =>
  (['commands', 'commands/batch'] as const).flatMap((route) =>
    problem(route, { kind: 'unavailable', status: 503 })(baseUrl),
  );
