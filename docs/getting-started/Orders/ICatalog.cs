using Refit;

namespace Orders;

public interface ICatalog
{
    [Get("/products/{id}")]
    Task<Product> GetProduct(int id);

    [Post("/products")]
    Task<Product> AddProduct([Body] NewProduct product);
}

public sealed record Product(int Id, string Name, decimal Price);

public sealed record NewProduct(string Name, decimal Price);
