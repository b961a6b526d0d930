import type { CueFamily } from './cue.ts';

export const design: CueFamily = {
  id: 'design',
  shows: 'speaks of design',
  stance: null,
  phrases: [
    'api|abi|interface|interfaces|semantics|design|model|approach|implementation|architecture|abstraction|mechanism|policy|layer|framework|protocol|syntax|option|options|feature|features|flag|flags|solution|solutions|proposal|patch|patches|patchset|series|standard|spec|specification|draft|default|behavior|behaviour|compatibility|backward|backwards|performance|security|stability|maintenance|maintainability|userspace|kernel|driver|library|module|config|format|function|functions|syscall|syscalls|call|calls|operator|keyword|type|types|class|option|index|query|server|client|extension|field|header',
    'use-case|use-cases|usecase|usecases',
    'use case|cases',
    'upstream|mainline',
  ],
};
