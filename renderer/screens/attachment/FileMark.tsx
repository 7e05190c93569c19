import { PaperClipOutlined } from '@ant-design/icons'

/** A paper clip with the number of files; grey and alone where there is none. */
export function FileMark({ count }: { readonly count: number }) {
  return (
    <span className={count === 0 ? 'file-mark is-none' : 'file-mark'} aria-hidden>
      <PaperClipOutlined />
      {count > 0 && <span className="figure">{count}</span>}
    </span>
  )
}
