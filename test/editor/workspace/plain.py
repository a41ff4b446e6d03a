import json


def loss(path):
    return json.loads(path)["log"]
