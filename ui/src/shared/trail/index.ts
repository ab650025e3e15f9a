export * from './history-list';
export * from './undo';
