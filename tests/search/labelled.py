"""Titles and questions with their answers, written by hand: what a reader means, not what the code does.

A title is `key | title | topics`; a question is `text | keys of all titles that answer it, in any language`.
Near misses (transformers of electricity, driving schools, nets for fishing) stand among the titles on purpose.
"""

from dataclasses import dataclass

TITLES = """
la-en | Linear Algebra Step by Step | linear-algebra
la-en2 | Matrix methods and linear algebra for data people | linear-algebra
la-ru | Линейная алгебра за шесть недель | linear-algebra
la-ru2 | Задачник по линейной алгебре | linear-algebra
la-zh | 线性代数的直观理解 | linear-algebra
la-zh-tr | 線性代數講義 | linear-algebra
lp-ru | Линейное программирование в логистике |
lreg-ru | Линейная регрессия на примерах | regression
calc-en | Calculus without fear | calculus
calc-ru | Математический анализ, первый семестр | calculus
calc-zh | 微积分入门 | calculus
prob-en | Probability by coin flips | probability
prob-ru | Теория вероятностей для программистов | probability
prob-zh | 概率论基础 | probability
stat-en | Statistics for curious people | statistics
stat-ru | Статистика и её ошибки | statistics
stat-zh | 统计学习方法笔记 | statistics
ml-en | Machine Learning, a first course | machine-learning
ml-en2 | Hands-on machine learning projects | machine-learning
ml-ru | Машинное обучение простыми словами | machine-learning
ml-ru2 | Практикум по машинному обучению | machine-learning
ml-zh | 机器学习实战 | machine-learning
ml-zh2 | 吃透机器学习 | machine-learning
ml-zh-tr | 機器學習入門 | machine-learning
drive-ru | Обучение вождению: машинные упражнения |
teach-ru | Обучение взрослых |
lathe-zh | 机床学习手册 |
dl-en | Deep Learning in pictures | deep-learning
dl-ru | Глубокое обучение с нуля | deep-learning
dl-zh | 深度学习导论 | deep-learning
dl-zh2 | 动手做深度学习 | deep-learning
sea-ru | Глубокое погружение в море |
nn-en | Neural networks from scratch | neural-networks
nn-en2 | A neural network in one evening | neural-networks
nn-ru | Нейронные сети: первые шаги | neural-networks
nn-ru2 | Как устроена нейронная сеть | neural-networks
nn-zh | 神经网络与反向传播 | neural-networks backpropagation
net-ru | Рыболовные сети своими руками |
net-en | Computer networks for administrators |
cnn-en | Convolutional neural networks for images | cnn computer-vision
cnn-ru | Свёрточные нейронные сети | cnn
cnn-zh | 卷积神经网络详解 | cnn
tr-en | Transformers explained slowly | transformers
tr-ru | Трансформеры в обработке текста | transformers
tr-zh | Transformer模型图解 | transformers
trafo-ru | Трансформаторы и подстанции |
nlp-en | Natural language processing cookbook | natural-language-processing
nlp-ru | Обработка естественного языка на практике | natural-language-processing
nlp-zh | 自然语言处理综述 | natural-language-processing
cv-en | Computer vision recipes | computer-vision
cv-ru | Компьютерное зрение для роботов | computer-vision
cv-zh | 计算机视觉课程 | computer-vision
rl-en | Reinforcement learning by playing | reinforcement-learning
rl-ru | Обучение с подкреплением: азы | reinforcement-learning
rl-zh | 强化学习精要 | reinforcement-learning
llm-en | Building large language models | large-language-models
llm-ru | Большие языковые модели изнутри | large-language-models
llm-zh | 大语言模型应用开发 | large-language-models
gpt4-en | GPT-4 for writers | large-language-models
gpt4o-en | GPT-4o and what changed | large-language-models
gpt3-en | GPT-3 in retrospect | large-language-models
py-en | Python for scientists | python
py-ru | Питон для чайников: Python | python
py-zh | Python课程：从零开始 | python
snake-en | Keeping a ball python at home |
cpp-en | C++ templates in depth |
cpp-ru | Язык C++ для начинающих |
c-en | The C language revisited |
cs-en | C# on the server |
r-en | R for biologists |
dotnet-en | .NET for old hands |
java-en | Java concurrency |
js-en | JavaScript: the odd parts |
sk-en | scikit-learn cheat sheet | scikit-learn
sk-ru | Библиотека scikit-learn: обзор | scikit-learn
fastai-en | fast.ai lessons, annotated | deep-learning
pt-en | PyTorch internals | pytorch
pt-ru | PyTorch: тензоры и градиенты | pytorch
tf-en | TensorFlow recipes | tensorflow
w2v-en | word2vec from the inside |
yolo-en | YOLOv8 on a small board | computer-vision
sql-en | SQL murder mysteries | sql
sql-ru | Основы SQL | sql
git-en | Git for teams | git
alg-en | Algorithms in haiku | algorithms
alg-ru | Алгоритмы и структуры данных | algorithms
alg-zh | 算法图解 | algorithms
bayes-en | Bayes' rule in daily life | bayesian
schro-en | Schrodinger equation solvers |
naive-fr | Réseaux de neurones convolutifs |
err-ru | Учёт ошибок измерения |
exp-ru | Ещё раз об экспериментах |
time-en | Forecasting time series | time-series
time-ru | Временные ряды: прогноз | time-series
data-en | Data cleaning by hand |
db-en | Database internals |
ethics-en | The ethics of AI systems | ai-ethics
rec-ru | Рекомендательные системы | recommender-systems
edu-zh | 学习如何学习 |
"""

QUESTIONS = """
линейной алгебре | la-ru la-ru2 la-en la-en2 la-zh la-zh-tr
линейная алгебра | la-ru la-ru2 la-en la-en2 la-zh la-zh-tr
linear algebra | la-en la-en2 la-ru la-ru2 la-zh la-zh-tr
线性代数 | la-zh la-zh-tr la-en la-en2 la-ru la-ru2
線性代數 | la-zh la-zh-tr la-en la-en2 la-ru la-ru2
линейную регрессию | lreg-ru
линейного программирования | lp-ru
задачники | la-ru2
машинного обучения | ml-ru ml-ru2 ml-en ml-en2 ml-zh ml-zh2 ml-zh-tr
machine learning | ml-en ml-en2 ml-ru ml-ru2 ml-zh ml-zh2 ml-zh-tr
机器学习 | ml-zh ml-zh2 ml-zh-tr ml-en ml-en2 ml-ru ml-ru2
機器學習 | ml-zh ml-zh2 ml-zh-tr ml-en ml-en2 ml-ru ml-ru2
机器学习实战 | ml-zh
обучение вождению | drive-ru
обучение взрослых | teach-ru
глубокое обучение | dl-ru dl-en dl-zh dl-zh2 fastai-en
deep learning | dl-en dl-ru dl-zh dl-zh2 fastai-en
深度学习 | dl-zh dl-zh2 dl-en dl-ru fastai-en
погружение | sea-ru
neural network | nn-en nn-en2 nn-ru nn-ru2 nn-zh cnn-en cnn-ru cnn-zh
нейронных сетей | nn-ru nn-ru2 cnn-ru nn-en nn-en2 nn-zh cnn-en cnn-zh
神经网络 | nn-zh cnn-zh nn-en nn-en2 nn-ru nn-ru2 cnn-en cnn-ru
рыболовные сети | net-ru
computer network | net-en
сверточные сети | cnn-ru cnn-en cnn-zh
свёрточная нейронная сеть | cnn-ru cnn-en cnn-zh
convolutional networks | cnn-en cnn-ru cnn-zh
卷积 | cnn-zh
трансформеры | tr-ru tr-en tr-zh
трансформаторы | trafo-ru
transformer | tr-en tr-zh tr-ru
обработка текста | tr-ru nlp-en nlp-ru nlp-zh
natural language processing | nlp-en nlp-ru nlp-zh tr-ru
NLP | nlp-en nlp-ru nlp-zh tr-ru
自然语言处理 | nlp-zh nlp-en nlp-ru tr-ru
компьютерного зрения | cv-ru cv-en cv-zh cnn-en yolo-en
计算机视觉课程 | cv-zh
reinforcement learning | rl-en rl-ru rl-zh
обучению с подкреплением | rl-ru rl-en rl-zh
强化学习 | rl-zh rl-en rl-ru
large language models | llm-en llm-ru llm-zh gpt4-en gpt4o-en gpt3-en
языковая модель | llm-ru llm-en llm-zh gpt4-en gpt4o-en gpt3-en
GPT-4 | gpt4-en
gpt 4 | gpt4-en
gpt4 | gpt4-en
GPT-3 | gpt3-en
python | py-en py-ru py-zh snake-en
Python课程 | py-zh
ball python | snake-en
C++ | cpp-en cpp-ru
с++ | cpp-en cpp-ru
cpp | cpp-en cpp-ru
C# | cs-en
c | c-en
R | r-en
.NET | dotnet-en
java | java-en
scikit-learn | sk-en sk-ru
scikit learn | sk-en sk-ru
sklearn cheat sheet | sk-en
fast.ai | fastai-en
fastai | fastai-en
pytorch | pt-en pt-ru
тензор | pt-ru
word2vec | w2v-en
word 2 vec | w2v-en
yolo v8 | yolo-en
основы sql | sql-ru
algorithm | alg-en alg-ru alg-zh
алгоритмов | alg-ru alg-en alg-zh
算法 | alg-zh alg-en alg-ru
Bayes’ rule | bayes-en
Schrödinger | schro-en
reseaux de neurones | naive-fr
учет ошибок | err-ru
еще раз | exp-ru
вероятностей | prob-ru prob-en prob-zh
теория вероятностей | prob-ru prob-en prob-zh
概率论 | prob-zh prob-en prob-ru
微积分 | calc-zh calc-en calc-ru
математического анализа | calc-ru calc-en calc-zh
statistics | stat-en stat-ru stat-zh
статистики | stat-ru stat-en stat-zh
временной ряд | time-ru time-en
forecasting | time-en time-ru
рекомендательная система | rec-ru
学习如何学习 | edu-zh
data cleaning | data-en
introduction to machine learning with a first course | ml-en
"""


@dataclass(frozen=True, slots=True)
class Title:
    """A title with what it is about."""

    key: str
    title: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is typed, and every title that answers it."""

    text: str
    answers: frozenset[str]


def titles() -> list[Title]:
    """All titles."""
    rows = [[cell.strip() for cell in line.split("|")] for line in TITLES.strip().splitlines()]
    return [Title(key, title, tuple(topics.split())) for key, title, topics in rows]


def questions() -> list[Question]:
    """All questions."""
    rows = [line.rpartition("|") for line in QUESTIONS.strip().splitlines()]
    return [Question(text.strip(), frozenset(answers.split())) for text, _, answers in rows]


def script_of(title: str) -> str:
    """The script of most of a title's letters: the language a reader of it reads."""
    if any("\u4e00" <= char <= "\u9fff" for char in title):
        return "zh"
    return "ru" if any("а" <= char.lower() <= "я" for char in title) else "en"
