import {
  flagField,
  integerField,
  stringsField,
  textField,
} from '#src/domain/core/spec/leaf-fields.ts';
import { groupField, rowsField } from '#src/domain/core/spec/structure-fields.ts';
import { timestampForm } from './answers/timestamp.ts';

/** IAM, which issues tokens and lists projects (docs/sources.md, section 3): only the parts we use. */

const projectFields = {
  id: textField({ required: true, label: { en: 'Project ID', zh: '项目 ID' } }),
  name: textField({
    required: true,
    label: { en: 'Project name', zh: '项目名称' },
    help: { en: 'The region, such as cn-north-4.', zh: '即区域，例如 cn-north-4。' },
  }),
};

/** Body of a request for a token by password, for the project of one region. */
export const tokenRequestGroup = groupField({
  name: 'TokenRequest',
  label: { en: 'Token request', zh: '获取 Token 请求' },
  fields: {
    auth: groupField({
      name: 'Auth',
      required: true,
      label: { en: 'Authentication', zh: '认证信息' },
      fields: {
        identity: groupField({
          name: 'Identity',
          required: true,
          label: { en: 'Identity', zh: '认证参数' },
          fields: {
            methods: stringsField({
              required: true,
              label: { en: 'Methods', zh: '认证方法' },
              item: { en: 'Method', zh: '认证方法' },
            }),
            password: groupField({
              name: 'PasswordIdentity',
              required: true,
              label: { en: 'Password identity', zh: '密码认证' },
              fields: {
                user: groupField({
                  name: 'User',
                  required: true,
                  label: { en: 'User', zh: '用户' },
                  fields: {
                    name: textField({
                      required: true,
                      label: { en: 'IAM user name', zh: 'IAM 用户名' },
                    }),
                    password: textField({
                      required: true,
                      label: { en: 'Password', zh: '密码' },
                    }),
                    domain: groupField({
                      name: 'Domain',
                      required: true,
                      label: { en: 'Account', zh: '账号' },
                      fields: {
                        name: textField({
                          required: true,
                          label: { en: 'Account name', zh: '账号名' },
                        }),
                      },
                    }),
                  },
                }),
              },
            }),
          },
        }),
        scope: groupField({
          name: 'Scope',
          label: { en: 'Scope', zh: '作用范围' },
          fields: {
            project: groupField({
              name: 'ScopeProject',
              label: { en: 'Project', zh: '项目' },
              fields: {
                id: { ...projectFields.id, required: false },
                name: { ...projectFields.name, required: false },
              },
            }),
          },
        }),
      },
    }),
  },
});

/** The response to a token request. The token itself is in the header `X-Subject-Token`. */
export const tokenAnswerGroup = groupField({
  name: 'TokenAnswer',
  label: { en: 'Token', zh: 'Token' },
  fields: {
    token: groupField({
      name: 'Token',
      required: true,
      label: { en: 'Token', zh: 'Token 信息' },
      fields: {
        issued_at: textField({
          label: { en: 'Issued at', zh: '下发时间' },
          pattern: timestampForm,
        }),
        expires_at: textField({
          required: true,
          label: { en: 'Expires at', zh: '过期时间' },
          pattern: timestampForm,
        }),
        project: groupField({
          name: 'TokenProject',
          label: { en: 'Project', zh: '项目' },
          fields: projectFields,
        }),
      },
    }),
  },
});

/** `{projects}`: the projects of an account, one for each region. */
export const projectsAnswerGroup = groupField({
  name: 'ProjectsAnswer',
  label: { en: 'Projects', zh: '项目列表' },
  fields: {
    projects: rowsField({
      required: true,
      label: { en: 'Projects', zh: '项目列表' },
      item: { en: 'Project', zh: '项目' },
      row: groupField({
        name: 'Project',
        label: { en: 'Project', zh: '项目' },
        fields: {
          ...projectFields,
          enabled: flagField({ label: { en: 'Enabled', zh: '是否可用' } }),
        },
      }),
    }),
  },
});

/** An error of IAM, which has its own shape. */
export const iamErrorGroup = groupField({
  name: 'IamError',
  label: { en: 'IAM error', zh: 'IAM 错误' },
  fields: {
    error: groupField({
      name: 'IamErrorBody',
      required: true,
      label: { en: 'Error', zh: '错误' },
      fields: {
        code: integerField({ required: true, label: { en: 'Status', zh: '状态码' } }),
        message: textField({ required: true, label: { en: 'Error message', zh: '错误描述信息' } }),
        title: textField({ label: { en: 'Title', zh: '错误标题' } }),
      },
    }),
  },
});
