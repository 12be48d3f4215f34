export { clickmeetingAccount, type ClickmeetingAccountOptions } from './clickmeeting-account.ts';
export { FAILURES, type Conditions, type Failure } from './conditions.ts';
export { handlers, type HandlerOptions } from './handlers.ts';
export { logmeinAccount, type LogmeinAccountOptions } from './logmein-account.ts';
export { messagingAccount, type MessagingAccountOptions } from './messaging-account.ts';
export {
  createMockBackend,
  type MockBackend,
  type MockOptions,
  type MockProduct,
} from './mock-backend.ts';
export { respondIoAccount, type RespondIoAccountOptions } from './respond-io-account.ts';
export { respondIoScenarios } from './respond-io-scenarios.ts';
export { scenarios, type ScenarioName } from './scenarios.ts';
export { zoomAccount, type ZoomAccountOptions } from './zoom-account.ts';
export { lessCapable, type LessCapable } from './less-capable.ts';
