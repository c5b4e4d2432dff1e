/** The written list: what a stranger may open. Everything else asks who comes. */
export const publicDoors: readonly string[] = [
  'get /',
  'get /zdrowie',
  'get /robots.txt',
  'post /jezyk',
  'get /logowanie',
  'post /logowanie',
  'get /logowanie/kod',
  'post /logowanie/kod',
  'get /logowanie/przejecie',
  'post /logowanie/przejecie',
  'get /dzielnice.geojson',
  'get /dzielnice/znajdz',
  'get /mapa/:z/:x/:y',
]
