import { Form, type FormInstance } from 'antd'
import { useEffect, useRef } from 'react'

/**
 * A fault beside a field goes as soon as that field is changed: it was told of what stood there. antd forgets an error
 * only of fields that carry rules of its own. Answers what to call once faults are shown.
 */
export function useMendedFields(form: FormInstance): () => void {
  const values: unknown = Form.useWatch([], form)
  const told = useRef<readonly { readonly name: Path; readonly value: unknown }[]>([])

  useEffect(() => {
    const mended = told.current.filter(({ name, value }) => valueAt(form, name) !== value)
    if (mended.length === 0) return
    told.current = told.current.filter((one) => !mended.includes(one))
    form.setFields(mended.map(({ name }) => ({ name: [...name], errors: [] })))
  }, [form, values])

  return () => {
    told.current = form
      .getFieldsError()
      .filter(({ errors }) => errors.length > 0)
      .map(({ name }) => ({ name, value: valueAt(form, name) }))
  }
}

type Path = ReturnType<FormInstance['getFieldsError']>[number]['name']

/** antd types the value of a field as any. */
function valueAt(form: FormInstance, name: Path): unknown {
  return form.getFieldValue([...name])
}
