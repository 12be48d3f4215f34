import { malformed } from './problems.ts';

const DEFAULT_MAX_BYTES = 32 * 2 ** 20;

/**
 * The JSON of a body.
 *
 * @throws AdapterError if it is none, or too long to be one
 */
export async function jsonOf(response: Response, maxBytes = DEFAULT_MAX_BYTES): Promise<unknown> {
  const text = await textOf(response, maxBytes);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // What the parser says quotes the text, which may be about people.
    const type = response.headers.get('content-type') ?? 'no type';
    throw malformed(text ? `${type} instead of JSON` : 'nothing');
  }
}

/** The text of a body, read no further than it may be long. */
async function textOf({ body }: Response, maxBytes: number): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let length = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > maxBytes) {
      reader.cancel().catch(() => undefined);
      throw malformed(`more than ${maxBytes} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
