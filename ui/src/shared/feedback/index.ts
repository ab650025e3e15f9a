export * from './job-progress';
export * from './live';
export * from './states';
export * from './toast';
