/** The written list: what a stranger may open. Everything else asks who comes. */
export const publicDoors: readonly string[] = [
  'get /',
  'get /zdrowie',
  'get /robots.txt',
  'post /jezyk',
  'get /dzielnice.geojson',
  'get /dzielnice/znajdz',
  'get /mapa/:z/:x/:y',
  'get /pliki/:id',
  'get /o-programie',
  'get /o-programie/:slug',
  'get /o-programie/:slug/historia',
  'get /o-programie/:slug/historia/:version',
]
