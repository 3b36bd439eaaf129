// What the server wrote into the page: where everything is.

const { lab, endpoint, elsewhere, port, application, frames } = document.documentElement.dataset;

/** The lab's own path. */
export const home = lab;

/** The path of the endpoint "cors"; empty where it is not exposed. */
export const endpointPath = endpoint;

/** Port and path of the lab beside the endpoint, where that has a port of its own. */
export const elsewhereAt = elsewhere;

/** The origin of the application, which is another one where the endpoint has a port of its own. */
export const server = port ? `${location.protocol}//${location.hostname}:${port}` : location.origin;

/** The path that everything in the application is below. */
export const applicationPath = application;

/** The path of the pages of other origins. */
export const framesPath = frames;

/** The URL of a path of the application. */
export function urlOf(path) {
  return new URL(application + path, server).href;
}
