import { raw } from 'hono/html'
import { expect, test } from 'vitest'
import { surroundings } from '#ui/jsx-runtime.ts'

const drawn: readonly (readonly [string, unknown, string])[] = [
  [
    'what residents typed is escaped',
    <p>{'<script>alert("x")</script> & \'y\''}</p>,
    '<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;</p>',
  ],
  ['attributes too', <a href={'/?a=1&b="2"'}>x</a>, '<a href="/?a=1&amp;b=&quot;2&quot;">x</a>'],
  ['what is marked as safe stays', <p>{raw('<b>x</b>')}</p>, '<p><b>x</b></p>'],
  ['nothing is drawn of nothing', <p>{[null, undefined, false, true, 0, '']}</p>, '<p>0</p>'],
  ['a switch is there or not', <input required={true} disabled={false} value={0} />, '<input required="" value="0"/>'],
  [
    'other attributes say true or false',
    <b aria-hidden={true} title={undefined} data-open={false} />,
    '<b aria-hidden="true" data-open="false"></b>',
  ],
  [
    'lists and fragments',
    <>
      <b>0</b>
      {['a', 'b'].map(text => (
        <i key={text}>{text}</i>
      ))}
    </>,
    '<b>0</b><i>a</i><i>b</i>',
  ],
]
for (const [name, page, html] of drawn) test(name, () => expect(String(page)).toBe(html))

test('a component waits for nothing', () => {
  const Late = (() => Promise.resolve('late')) as unknown as () => string
  expect(() => String(<Late />)).toThrow('load before drawing')
})

test('a value holds for what is drawn inside its Provider and nowhere else', () => {
  const Tongue = surroundings('pl')
  const Word = () => <i>{Tongue.current()}</i>
  const page = (
    <p>
      <Word />
      <Tongue.Provider value="en">
        <Word />
      </Tongue.Provider>
      <Word />
    </p>
  )
  expect(String(page)).toBe('<p><i>pl</i><i>en</i><i>pl</i></p>')
})
