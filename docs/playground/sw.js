/**
 * Lets the page work without a network: every file of the page is stored when it is first opened, `files` being their
 * list, which the build writes above; afterwards the network first, the store when it is away.
 */
const store = 'redian-playground';
self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(store).then((cache) => cache.addAll(files)));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET' || new URL(event.request.url).origin !== location.origin) return;
  event.respondWith(
    fetch(event.request)
      .then((response) => {
        const copy = response.clone();
        event.waitUntil(caches.open(store).then((cache) => cache.put(event.request, copy)));
        return response;
      })
      .catch(async () => (await caches.match(event.request, { ignoreSearch: true })) ?? Response.error()),
  );
});
