export * from './history-list';
