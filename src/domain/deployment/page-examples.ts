/**
 * The examples of the API page this project follows: "创建应用部署" (create an application deployment) of Huawei
 * Cloud IEF, POST /v3/{project_id}/edgemgr/deployments, updated 2024-04-22.
 *
 * The texts are copied verbatim from the page, including spaces and tabs. Nothing here is derived from our own
 * field specs, so tests can check the specs against them. One correction: the page lacks the comma after
 * `"init_containers": []` in the 200 response, without which it is not JSON.
 */

/** 请求示例 */
export const pageRequestText = `{ 
    "name": "app", 
    "description": "this is a test app", 
    "node_ids": [ 
        "9ebd8efb-9fdd-44a1-abda-9cdbc287a867" 
    ], 
    "tags": [ 
        { 
            "key": "app", 
            "value": "test" 
        } 
    ], 
    "deployment": { 
        "replicas": 1, 
        "template": { 
            "configs": { 
                "host_network": true, 
                "host_pid": true, 
                "restart_policy": "Always", 
                "toleration_seconds": 300 
            }, 

            "containers": [ 
                { 
                    "name": "container-0", 
                    "image_url": "nginx:alpine", 
                    "resources": { 
                        "limits": { 
                            "cpu": "0.25", 
                            "memory": "500"
                        }, 
                        "requests": { 
                            "cpu": "0.25", 
                            "memory": "500"
                        } 
                    }
                } 
            ] 
        } 
    } 
}`;

/** 响应示例, 状态码为 200 */
export const pageAnswerText = `{
    "created_at": "2020-09-23 02:38:17.894471458 +0000 UTC",
    "replicas": 1,
    "ready_replicas": 0,
    "description": "this is a test app",
    "group_id": "",
    "node_ids": [
        "9ebd8efb-9fdd-44a1-abda-9cdbc287a867"
    ],
    "id": "66a7fe7e-699a-41b2-9119-f9468a5ed78e",
    "name": "app",
    "source": "",
    "template": {
        "configs": {
            "host_network": true,
            "host_pid": true,
            "restart_policy": "Always",
            "migration": false,
            "toleration_seconds": 300
        },
        "init_containers": [],
        "containers": [
            {
                "name": "container-0",
                "image_url": "nginx:alpine",
                "npu_type": "",
                "resources": {
                    "limits": {
                        "cpu": "0.25",
                        "memory": "500"
                    },
                    "requests": {
                        "cpu": "0.25",
                        "memory": "500"
                    }
                },
                "privileged": false,
                "version": ""
            }
        ]
    },
    "state": "",
    "project_id": "05e1aef9040010e22fccc009adecb056",
    "updated_at": "2020-09-23 02:38:17.894471458 +0000 UTC",
    "api_version": "v3",
    "source_id": ""
}`;

/** 响应示例, 状态码为 400 */
export const page400Text = `{
	"error_code" : "IEF.100001",
	"error_msg" : "PROJECT_ID not found"
}`;

/** 响应示例, 状态码为 500 */
export const page500Text = `{
	"error_code" : "IEF.100158",
	"error_msg" : "Fail to extract gpu information"
}`;

/** The type of the page's request, limited to the parts that tests read. */
export type PageRequest = {
  name: string;
  description: string;
  node_ids: string[];
  tags: { key: string; value: string }[];
  deployment: {
    replicas: number;
    template: { configs: Record<string, unknown>; containers: Record<string, unknown>[] };
  };
};

/** The 200 response of the page: flat, `replicas` and `template` beside `name`. */
export type PageAnswer = {
  id: string;
  name: string;
  replicas: number;
  ready_replicas: number;
  project_id: string;
  template: { configs: Record<string, unknown>; containers: Record<string, unknown>[] };
  [key: string]: unknown;
};

/** An error response of the page. */
export type PageError = { error_code: string; error_msg: string };

/** The parsed examples. Each call returns a new value, which a test may change. */
export const pageRequest = (): PageRequest => JSON.parse(pageRequestText) as PageRequest;
export const pageAnswer = (): PageAnswer => JSON.parse(pageAnswerText) as PageAnswer;
export const page400 = (): PageError => JSON.parse(page400Text) as PageError;
export const page500 = (): PageError => JSON.parse(page500Text) as PageError;
