import type { CatalogueEntry } from '../catalogue-entry';

/** Cosine distance. */
export const cosineEmbedding: CatalogueEntry = {
  id: 'cosine-embedding',
  task: 'metric learning',
  name: { en: 'Cosine distance', zhCn: '余弦距离' },
  definition: '# losswright: c in [-1, 1]; wrt c\ncosine_embedding(c) = 1 - c',
  latex: '1-\\frac{a\\cdot b}{\\|a\\|\\,\\|b\\|}',
  properties: { differentiability: 'smooth', convexity: 'affine', lower: 0, upper: 2 },
  expects: { en: 'two vectors; only their directions matter', zhCn: '两个向量；只有方向重要' },
  use: { en: 'embeddings compared by angle', zhCn: '按角度比较的嵌入' },
  watch: {
    en: 'a zero vector has no direction: its slope is about 1/eps; Keras returns the negative similarity',
    zhCn: '零向量没有方向：斜率约为 1/eps；Keras 返回的是负相似度',
  },
  code: {
    torch: '1 - F.cosine_similarity(a, b)',
    jax: 'optax.cosine_distance(a, b, epsilon=1e-8)',
    tensorflow: '1 + tf.keras.losses.cosine_similarity(a, b)',
    numpy: '1 - (a * b).sum(-1) / np.maximum(np.linalg.norm(a, axis=-1) * np.linalg.norm(b, axis=-1), 1e-8)',
  },
  calls: [
    'torch.nn.functional.cosine_embedding_loss',
    'torch.nn.CosineEmbeddingLoss',
    'torch.nn.functional.cosine_similarity',
    'torch.nn.CosineSimilarity',
    'optax.cosine_distance',
    'optax.cosine_similarity',
    'keras.losses.CosineSimilarity',
    'tensorflow.keras.losses.CosineSimilarity',
  ],
  references: [],
};
