import { textField } from '#src/domain/core/spec/leaf-fields.ts';
import { groupField } from '#src/domain/core/spec/structure-fields.ts';

/** An error of the gateway in front of the service, such as 401. */
export const gatewayErrorGroup = groupField({
  name: 'GatewayError',
  label: { en: 'Gateway error', zh: '网关错误' },
  fields: {
    error_code: textField({
      required: true,
      label: { en: 'Error code', zh: '错误码' },
      placeholder: 'APIGW.0301',
    }),
    error_msg: textField({ required: true, label: { en: 'Error message', zh: '错误描述信息' } }),
    request_id: textField({ label: { en: 'Request ID', zh: '请求 ID' } }),
  },
});
