import type { CueFamily } from './cue.ts';

export const measurement: CueFamily = {
  id: 'measurement',
  shows: 'gives a measured figure',
  stance: 'reports',
  phrases: [
    '0 %|ms|us|ns|kb|mb|gb|times|x|percent|seconds|cycles|lines|bytes|iops',
    'benchmark|benchmarks|benchmarking|measured|measurements|numbers|results|latency|throughput|bandwidth',
    'times faster|slower',
  ],
};
