import type { CueFamily } from './cue.ts';

export const measurement: CueFamily = {
  id: 'measurement',
  shows: 'gives a figure',
  stance: 'reports',
  phrases: [
    '0 %|ms|us|ns|kb|mb|gb|times|x|percent|seconds|cycles|lines|bytes|iops|k|m|years|minutes|hours|cpus|cores|pages|entries|tests',
    'benchmark|benchmarks|benchmarking|measured|measurements|numbers|results|throughput|bandwidth|profile|profiling|workload|workloads',
  ],
};
