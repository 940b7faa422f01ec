// The build writes names of all files, and a name for all of them together, in place of the two words in capitals.
const FILES = ENTRAIN_FILES;
const CACHE = "entrain-ENTRAIN_BUILD";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

// A new build takes over once no page of the old one is open any more: nothing changes in the middle of a session.
self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith("entrain-") && name !== CACHE).map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  );
});

// Everything there is was kept at installation: the network is asked for nothing else but what is missing.
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  event.respondWith(caches.match(event.request, { ignoreSearch: true }).then((kept) => kept ?? fetch(event.request)));
});
