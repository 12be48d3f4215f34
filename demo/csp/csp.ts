import '../../src/define.ts';
import { createMemoryAdapter } from '../../src/adapter/memory/index.ts';
import { zoomAccount } from '../../src/mock/zoom-account.ts';

document.querySelector('account-scope')!.adapter = createMemoryAdapter(
  zoomAccount({ seed: 7, count: 200 }),
);
