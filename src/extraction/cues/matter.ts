import type { CueFamily } from './cue.ts';

export const matter: CueFamily = {
  id: 'matter',
  shows: 'speaks of the matter of design',
  stance: null,
  phrases: [
    'api|apis|abi|interface|interfaces|semantics|design|model|approach|implementation|architecture|abstraction|mechanism|policy|layer|framework|protocol|syntax|feature|features|flag|flags|solution|solutions|patch|patches|patchset|series|standard|spec|specification|draft|default|behavior|behaviour|compatibility|performance|security|stability|maintenance|maintainability|userspace|kernel|driver|drivers|library|module|config|format|function|functions|syscall|syscalls|operator|keyword|type|types|class|index|query|server|client|extension|field|header|thread|threads|process|memory|lock|locks|locking|page|pages|buffer|buffers|file|files|data|user|users|application|applications|program|programs|code|test|tests',
    'upstream|mainline',
  ],
};
