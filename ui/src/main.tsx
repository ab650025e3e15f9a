import { createRoot } from 'react-dom/client';
import { choosePlatform } from './platform';
import { App } from './views/app';

await choosePlatform();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
