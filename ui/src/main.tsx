import 'dayjs';
import { createRoot } from 'react-dom/client';
import { choosePlatform } from './platform';
import { App } from './views/app';

// From here on no data from a file can change what every object inherits. Not earlier: a date library writes `valueOf`
// into a prototype of its own while it loads, which a frozen Object.prototype refuses. Screens are loaded later than
// this and need it, which is why it is imported here.
Object.freeze(Object.prototype);

await choosePlatform();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
