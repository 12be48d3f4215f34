export * from './capabilities.ts';
export * from './conformance/index.ts';
export * from './create-adapter/index.ts';
export { fetchJson, HttpRefusal, type JsonRequest } from './http/fetch-json.ts';
export * from './port.ts';
export * from './problem.ts';
